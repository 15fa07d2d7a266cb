@echo off
rem Builds what is not built and starts a small regency on this machine: deploy\run.cmd --help
setlocal
set "ROOT=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"

"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo Java is missing: install a JDK 17 or later. 1>&2
    exit /b 1
)

"%JAVA%" "%ROOT%\deploy\launcher\src\main\java\id\smartkampung\deploy\launcher\Build.java" "%ROOT%" %*
if errorlevel 1 exit /b 1

"%JAVA%" -Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dkampung.root="%ROOT%" -Dkampung.terminal=true -jar "%ROOT%\deploy\launcher\target\deploy-launcher-run.jar" %*
exit /b %errorlevel%
