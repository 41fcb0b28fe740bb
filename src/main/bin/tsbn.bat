@echo off
rem Starts TSBN Workbench: without arguments its window, otherwise the command line.
rem JAVA_HOME chooses the Java, TSBN_JAVA_OPTS adds options to it (such as -Xmx4g).
setlocal

if not exist "%~dp0..\lib" (
  echo error: The folder lib beside "%~dp0" is missing; build the program again. 1>&2
  exit /b 2
)

if defined JAVA_HOME (
  set "JAVA=%JAVA_HOME%\bin\java.exe"
) else (
  set "JAVA=java.exe"
)
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo error: No Java was found; install a JDK from 17 on, or set JAVA_HOME. 1>&2
  exit /b 2
)

rem version "17.0.15": the number before the first dot.
set VERSION=0
for /f "tokens=3" %%v in ('call "%JAVA%" -version 2^>^&1 ^| findstr /i "version"') do (
  for /f "delims=.-" %%n in ("%%~v") do set VERSION=%%n
)
if %VERSION% LSS 17 (
  echo error: "%JAVA%" is of version %VERSION%; a Java from 17 on is needed. 1>&2
  exit /b 2
)

set NATIVE=
if %VERSION% GEQ 24 set "NATIVE=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

rem The kernels use the Vector API; without it they would be plain Java. Music becomes a sound file by a
rem method of the synthesiser that is not open to all.
"%JAVA%" --add-modules jdk.incubator.vector --add-exports java.desktop/com.sun.media.sound=ALL-UNNAMED -XX:MaxRAMPercentage=50 -Djava.awt.headless=true %TSBN_JAVA_OPTS% %NATIVE% -cp "%~dp0..\lib\*" tsbn.Launcher %*
exit /b %errorlevel%
