@echo off
rem Installs nigao into this folder. ASCII only: Chinese texts stand in tools\.
chcp 65001 >nul
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
