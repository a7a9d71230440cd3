/** An editor that is tested: a release of code-server, which is VS Code's own server and workbench for the browser. */
export interface EditorVersion {
  readonly name: 'floor' | 'recent'
  /** Exact release on npm; not every release is there. VS Code's own number is the same with a leading 1. */
  readonly codeServer: string
  readonly vscode: string
  /** The editor's own Node, exact release on npm: native parts are built for it whatever Node runs the tests. */
  readonly node: string
  /** Native modules of its server, built from source. */
  readonly native: readonly string[]
  /** Where it looks for ripgrep under lib/vscode/node_modules; null where it brings its own. */
  readonly ripgrep: string | null
}

/** The oldest editor that the manifest admits, and a recent one. Nothing else names a version. */
export const editorVersions: Readonly<Record<EditorVersion['name'], EditorVersion>> = {
  floor: {
    name: 'floor',
    codeServer: '4.100.3',
    vscode: '1.100.3',
    node: '20.20.2',
    native: [
      'node-pty',
      '@vscode/spdlog',
      'native-watchdog',
      '@parcel/watcher',
      '@vscode/deviceid',
      'kerberos',
    ],
    ripgrep: '@vscode/ripgrep/bin/rg',
  },
  recent: {
    name: 'recent',
    codeServer: '4.139.1',
    vscode: '1.139.1',
    node: '24.9.0',
    native: [
      'node-pty',
      '@vscode/spdlog',
      '@vscode/native-watchdog',
      '@vscode/sqlite3',
      '@vscode/fs-copyfile',
      '@parcel/watcher',
      '@vscode/deviceid',
      'kerberos',
    ],
    ripgrep: null,
  },
}

/** The package on npm that holds ripgrep's binaries for every platform, exact. */
export const ripgrepPackage = { name: '@vscode/ripgrep-universal', version: '1.18.0' } as const
