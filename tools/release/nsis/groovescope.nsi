; The installer of Windows, for one user without asking an administrator. tools/release/windows.py calls makensis with
; VERSION, PROGRAM (the frozen folder), OUT, ICON and MADE (a folder with types.nsh, the endings of audio files).
Unicode true
SetCompressor /SOLID lzma
!include "MUI2.nsh"

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Groovescope"
!define CAPABILITIES "Software\Groovescope\Capabilities\FileAssociations"

Name "Groovescope"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Groovescope"
InstallDirRegKey HKCU "Software\Groovescope" "Folder"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Groovescope"
VIAddVersionKey "FileDescription" "Groovescope installer"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "Groovescope contributors"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\groovescope.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "Spanish"

Section "Groovescope"
  SetShellVarContext current
  ; files of a former version must not stay among those of this one
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Groovescope.lnk" "$INSTDIR\groovescope.exe"

  WriteRegStr SHCTX "Software\Groovescope" "Folder" "$INSTDIR"
  WriteRegStr SHCTX "Software\Groovescope\Capabilities" "ApplicationName" "Groovescope"
  WriteRegStr SHCTX "Software\Groovescope\Capabilities" "ApplicationDescription" "Shows what a piece of music is made of"
  WriteRegStr SHCTX "Software\RegisteredApplications" "Groovescope" "Software\Groovescope\Capabilities"
  WriteRegStr SHCTX "Software\Classes\Groovescope.Audio" "" "Sound"
  WriteRegStr SHCTX "Software\Classes\Groovescope.Audio\shell\open" "FriendlyAppName" "Groovescope"
  WriteRegStr SHCTX "Software\Classes\Groovescope.Audio\shell\open\command" "" '"$INSTDIR\groovescope.exe" "%1"'
  !include "${MADE}\types.nsh"

  WriteRegStr SHCTX "${KEY}" "DisplayName" "Groovescope"
  WriteRegStr SHCTX "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${KEY}" "DisplayIcon" "$INSTDIR\groovescope.exe"
  WriteRegStr SHCTX "${KEY}" "Publisher" "Groovescope contributors"
  WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD SHCTX "${KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${KEY}" "NoRepair" 1
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  SetShellVarContext current
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\groovescope.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Groovescope.lnk"
  !include "${MADE}\remove-types.nsh"
  DeleteRegKey SHCTX "Software\Classes\Groovescope.Audio"
  DeleteRegValue SHCTX "Software\RegisteredApplications" "Groovescope"
  DeleteRegKey SHCTX "Software\Groovescope"
  DeleteRegKey SHCTX "${KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
