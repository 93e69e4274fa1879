@echo off
rem Drag drafts, or a folder of them, onto this file: the report opens in the browser.
"C:\specvalidator\Scripts\specvalidator.exe" check %* --format html --output "%~dpn1.report.html"
if errorlevel 2 pause
if exist "%~dpn1.report.html" start "" "%~dpn1.report.html"
