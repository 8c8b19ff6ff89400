@echo off
rem Installs nigao into this folder. ASCII only; 936 is the code page of tools\no-python.txt and of a Chinese Windows.
chcp 936 >nul
setlocal
set "HERE=%~dp0"
call "%HERE%tools\find-python.bat"
if not defined PY goto none
%PY% -I "%HERE%tools\install.py"
set "CODE=%ERRORLEVEL%"
pause
exit /b %CODE%

:none
type "%HERE%tools\no-python.txt"
pause
exit /b 1
