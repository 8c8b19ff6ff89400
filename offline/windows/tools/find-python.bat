@rem Sets PY to a Python that the wheels are made for; leaves it undefined where there is none.
@set PY=
@call :try "%HERE%python\python.exe"
@for %%V in (3.13 3.12 3.11) do @call :try py -%%V
@call :try python
@exit /b

:try
@if defined PY exit /b
@%* -I "%HERE%tools\suits.py" >nul 2>nul
@if not errorlevel 1 set PY=%*
@exit /b
