@echo off
rem Drag one draft onto this file: the copy with remarks is written beside it.
"C:\specvalidator\Scripts\specvalidator.exe" annotate "%~1" --suggest -o "%~dpn1.marked.docx"
pause
