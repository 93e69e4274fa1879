@echo off
rem Drag one draft onto this file: the copy with remarks is written beside it.
if /i "%~x1"==".pdf" (set how=--summary) else (set how=--suggest)
"C:\specvalidator\Scripts\specvalidator.exe" annotate "%~1" %how% -o "%~dpn1.marked%~x1"
pause
