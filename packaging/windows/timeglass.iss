; Inno Setup script: installs Timeglass for one user, without asking for an administrator.
; Run by: python packaging\packages.py   (which gives Version)

#ifndef Version
  #error Version is missing: run packaging\packages.py
#endif
#define Id "org.timeglass.Timeglass"

[Setup]
AppId={{6E0B7C1D-52D1-4B0E-9C39-7A3F2C5D9E14}
AppName=Timeglass
AppVersion={#Version}
AppPublisher=The Timeglass authors
AppCopyright=Copyright (c) 2026 The Timeglass authors
DefaultDirName={autopf}\Timeglass
DefaultGroupName=Timeglass
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\resources\icons\timeglass.ico
UninstallDisplayIcon={app}\timeglass-window.exe
OutputBaseFilename=timeglass-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
ChangesEnvironment=yes
CloseApplications=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "uk"; MessagesFile: "compiler:Languages\Ukrainian.isl"

[CustomMessages]
en.AddPath=Add the command "timeglass" to the search path
uk.AddPath=Додати команду «timeglass» до шляху пошуку
en.FileType=Timeglass timeline
uk.FileType=Хронологія Timeglass

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "path"; Description: "{cm:AddPath}"; Flags: unchecked

[InstallDelete]
; What an earlier version had and this one has not must not stay behind.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\timeglass\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs
Source: "..\..\resources\icons\timeglass-document.ico"; DestDir: "{app}"; Flags: ignoreversion

[Icons]
Name: "{autoprograms}\Timeglass"; Filename: "{app}\timeglass-window.exe"; AppUserModelID: "{#Id}"
Name: "{autodesktop}\Timeglass"; Filename: "{app}\timeglass-window.exe"; AppUserModelID: "{#Id}"; Tasks: desktopicon

[Registry]
; Windows knows a file type by what follows the last dot, so *.timeglass.yaml cannot be claimed without claiming all
; of *.yaml. Timeglass therefore registers for "Open with" and leaves the choice of the default to the user.
Root: HKA; Subkey: "Software\Classes\{#Id}.1"; ValueType: string; ValueData: "{cm:FileType}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\{#Id}.1\DefaultIcon"; ValueType: string; ValueData: "{app}\timeglass-document.ico"
Root: HKA; Subkey: "Software\Classes\{#Id}.1\shell\open\command"; ValueType: string; ValueData: """{app}\timeglass-window.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.yaml\OpenWithProgids"; ValueType: string; ValueName: "{#Id}.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.yml\OpenWithProgids"; ValueType: string; ValueName: "{#Id}.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.json\OpenWithProgids"; ValueType: string; ValueName: "{#Id}.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.csv\OpenWithProgids"; ValueType: string; ValueName: "{#Id}.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.ics\OpenWithProgids"; ValueType: string; ValueName: "{#Id}.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Applications\timeglass-window.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Timeglass"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\timeglass-window.exe\shell\open\command"; ValueType: string; ValueData: """{app}\timeglass-window.exe"" ""%1"""
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: PathLacks(ExpandConstant('{app}'))

[Run]
Filename: "{app}\timeglass-window.exe"; Description: "{cm:LaunchProgram,Timeglass}"; Flags: nowait postinstall skipifsilent

[Code]
function PathLacks(Folder: string): Boolean;
var
  Path: string;
begin
  if not RegQueryStringValue(HKCU, 'Environment', 'Path', Path) then
    Path := '';
  Result := Pos(';' + Lowercase(Folder) + ';', ';' + Lowercase(Path) + ';') = 0;
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Path, Folder: string;
  Place: Integer;
begin
  if Step <> usPostUninstall then
    exit;
  Folder := ';' + ExpandConstant('{app}');
  if RegQueryStringValue(HKCU, 'Environment', 'Path', Path) then
  begin
    Place := Pos(Lowercase(Folder), Lowercase(Path));
    if Place > 0 then
    begin
      Delete(Path, Place, Length(Folder));
      RegWriteExpandStringValue(HKCU, 'Environment', 'Path', Path);
    end;
  end;
end;
