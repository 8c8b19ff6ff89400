@echo off
rem Opens the workbench; with words on the command line runs "nigao" with these.
chcp 936 >nul
setlocal
set "HERE=%~dp0"
call "%HERE%tools\find-python.bat"
if not defined PY goto none
%PY% -I "%HERE%tools\start.py" %*
set "CODE=%ERRORLEVEL%"
if not "%CODE%"=="0" if "%~1"=="" pause
exit /b %CODE%

:none
type "%HERE%tools\no-python.txt"
pause
exit /b 1
