; Per-user installer, in Dutch. No administrator: everything goes into the user's own folder and HKCU.
;   makensis -INPUTCHARSET UTF8 -DVERSIE= -DBRON=folder -DLIJST=file -DUITVOER=setup.exe programma.nsi
; Silent: setup.exe /S [/D=C:\folder], with /D last and without quotes. Exit code 5: the program is still open.
Target amd64-unicode
!include MUI2.nsh
!include FileFunc.nsh
!define NAAM "Inburgeringsplanner"
!define EXE "${NAAM}.exe"
!define WEG "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAAM}"
!define SOORT "Inburgeringsplanner.Plan"
!define OPEN_TEKST "${NAAM} is nog open. Bewaar uw plan, sluit het programma en kies daarna Opnieuw."

Name "${NAAM}"
OutFile "${UITVOER}"
RequestExecutionLevel user
ManifestDPIAware true
ManifestLongPathAware true
InstallDir "$LOCALAPPDATA\Programs\${NAAM}"
InstallDirRegKey HKCU "${WEG}" "InstallLocation"
SetCompressor /SOLID lzma
SetCompressorDictSize 64
SetDateSave off
BrandingText "${NAAM} ${VERSIE}"
VIProductVersion "${VERSIE}.0"
VIAddVersionKey /LANG=1043 "ProductName" "${NAAM}"
VIAddVersionKey /LANG=1043 "FileDescription" "Installatie van ${NAAM}"
VIAddVersionKey /LANG=1043 "FileVersion" "${VERSIE}"
VIAddVersionKey /LANG=1043 "ProductVersion" "${VERSIE}"
VIAddVersionKey /LANG=1043 "LegalCopyright" "EUPL-1.2"
!uninstfinalize '"${TEKEN}" "%1"'

!define MUI_ICON "${PICTOGRAM}"
!define MUI_UNICON "${PICTOGRAM}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${EXE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Dutch"

; A program that runs cannot be written to. Silent: stop with exit code 5, and nothing has been touched.
!macro NIET_OPEN map plek
  opnieuw_${plek}:
  IfFileExists "${map}\${EXE}" 0 dicht_${plek}
  ClearErrors
  FileOpen $0 "${map}\${EXE}" a
  IfErrors open_${plek}
  FileClose $0
  Goto dicht_${plek}
  open_${plek}:
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${OPEN_TEKST}" /SD IDCANCEL IDRETRY opnieuw_${plek}
  SetErrorLevel 5
  Quit
  dicht_${plek}:
!macroend

; An older version goes first, with its own uninstaller, which knows its own files; then nothing old stays behind.
Function VorigeVersieWeg
  ReadRegStr $1 HKCU "${WEG}" "InstallLocation"
  StrCmp $1 "" klaar
  !insertmacro NIET_OPEN "$1" oud
  IfFileExists "$1\Verwijderen.exe" 0 klaar
  ExecWait '"$1\Verwijderen.exe" /S /BIJWERKEN _?=$1' $2
  StrCmp $2 0 weg
  MessageBox MB_ICONSTOP "De vorige versie kan niet worden verwijderd. Verwijder haar eerst via Instellingen, Apps." /SD IDOK
  SetErrorLevel 6
  Quit
  weg: ; run in place, it could not remove itself
  Delete "$1\Verwijderen.exe"
  RMDir "$1"
  klaar:
FunctionEnd

Section
  !insertmacro NIET_OPEN "$INSTDIR" nieuw
  ClearErrors ; before the older version goes: can anything be written here at all?
  CreateDirectory "$INSTDIR"
  FileOpen $0 "$INSTDIR\schrijfproef.tmp" w
  IfErrors onmogelijk
  FileClose $0
  Delete "$INSTDIR\schrijfproef.tmp"
  Call VorigeVersieWeg
  ClearErrors
  SetOutPath "$INSTDIR"
  File /r "${BRON}/*"
  WriteUninstaller "$INSTDIR\Verwijderen.exe"
  IfErrors 0 geschreven
  onmogelijk:
  MessageBox MB_ICONSTOP "In deze map kan niet worden geschreven. Kies een map waarin u mag schrijven." /SD IDOK
  SetErrorLevel 3
  Quit
  geschreven:
  CreateShortcut "$SMPROGRAMS\${NAAM}.lnk" "$INSTDIR\${EXE}"

  WriteRegStr HKCU "Software\Classes\.inburgeringsplan" "" "${SOORT}"
  WriteRegStr HKCU "Software\Classes\${SOORT}" "" "Inburgeringsplan"
  WriteRegStr HKCU "Software\Classes\${SOORT}\DefaultIcon" "" "$INSTDIR\${EXE},0"
  WriteRegStr HKCU "Software\Classes\${SOORT}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'

  WriteRegStr HKCU "${WEG}" "DisplayName" "${NAAM}"
  WriteRegStr HKCU "${WEG}" "DisplayVersion" "${VERSIE}"
  WriteRegStr HKCU "${WEG}" "DisplayIcon" "$INSTDIR\${EXE}"
  WriteRegStr HKCU "${WEG}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${WEG}" "UninstallString" '"$INSTDIR\Verwijderen.exe"'
  WriteRegStr HKCU "${WEG}" "QuietUninstallString" '"$INSTDIR\Verwijderen.exe" /S'
  WriteRegDWORD HKCU "${WEG}" "NoModify" 1
  WriteRegDWORD HKCU "${WEG}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${WEG}" "EstimatedSize" $0
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

; Only what the installer brought; never a whole folder, for the user may keep files of his own in it.
Section Uninstall
  !insertmacro NIET_OPEN "$INSTDIR" weg
  !include "${LIJST}"
  Delete "$INSTDIR\Verwijderen.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAAM}.lnk"
  ReadRegStr $0 HKCU "Software\Classes\.inburgeringsplan" ""
  StrCmp $0 "${SOORT}" 0 +2
  DeleteRegKey HKCU "Software\Classes\.inburgeringsplan"
  DeleteRegKey HKCU "Software\Classes\${SOORT}"
  DeleteRegKey HKCU "${WEG}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/BIJWERKEN" $1
  IfErrors 0 klaar
  RMDir /r "$LOCALAPPDATA\${NAAM}\matplotlib" ; the program's own list of fonts, which it makes again
  RMDir "$LOCALAPPDATA\${NAAM}"
  IfFileExists "$LOCALAPPDATA\${NAAM}\*.*" 0 klaar
  MessageBox MB_YESNO|MB_ICONQUESTION "Wilt u ook uw instellingen en de herstelkopieën van niet opgeslagen werk verwijderen? Plannen die u hebt opgeslagen, blijven altijd staan." /SD IDNO IDNO klaar
  RMDir /r "$LOCALAPPDATA\${NAAM}"
  klaar:
SectionEnd
