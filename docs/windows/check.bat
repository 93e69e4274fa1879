@echo off
rem Drag drafts, or a folder of them, onto this file.
"C:\specvalidator\Scripts\specvalidator.exe" check %*
pause
