@echo off
rem Without arguments, as after a double click: the page in the browser. Else the command line.
setlocal
chcp 65001 >nul
set PYTHONPATH=
set PYTHONHOME=
set PYTHONUTF8=1
set PYTHONDONTWRITEBYTECODE=1
if not "%~1"=="" goto command
title specvalidator
echo The page opens in the browser. Close this window to stop.
"%~dp0python\python.exe" -m specvalidator serve --port 0 --open 2>"%TEMP%\specvalidator.log"
if errorlevel 1 type "%TEMP%\specvalidator.log" & pause
exit /b
:command
"%~dp0python\python.exe" -m specvalidator %*
exit /b %errorlevel%
