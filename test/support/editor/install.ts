import { execFile } from 'node:child_process'
import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { cached, sayOnStderr, type Say } from '../cache'
import { type EditorVersion, ripgrepPackage } from './versions'

const run = promisify(execFile)

/** An installed editor. */
export interface InstalledEditor {
  /** The Node that it runs on. */
  readonly node: string
  /** VS Code's server, to be run by {@link node}. */
  readonly serverMain: string
}

/**
 * Installs an editor from npm into the cache, at the first call; a minute or two, most of it the compiler.
 * @throws with the end of npm's output when it cannot be installed
 */
export async function installEditor(
  version: EditorVersion,
  say: Say = sayOnStderr,
): Promise<InstalledEditor> {
  if (process.platform !== 'linux')
    throw new Error('The bundled editor is for Linux only. Use your own VS Code: npm run demo -- --code')
  const { codeServer, node } = version
  const abi = `${node.split('.')[0] ?? node}-${process.arch}`
  const folder = await cached(`editor-${codeServer}-node${abi}`, (into) => build(version, into, say))
  return {
    node: join(folder, nodeFolder(), 'bin', 'node'),
    serverMain: join(folder, serverFolder, 'out', 'server-main.js'),
  }
}

const serverFolder = 'node_modules/code-server/lib/vscode'

function nodePackage(): string {
  return `node-linux-${process.arch}`
}

function nodeFolder(): string {
  return join('node_modules', nodePackage())
}

/**
 * Install scripts are refused, because some download from elsewhere than npm and some refuse to run as root; what the
 * server needs of them is then built from source, against the headers that come with the pinned Node.
 */
async function build(version: EditorVersion, folder: string, say: Say): Promise<void> {
  say(`Installing VS Code ${version.vscode} (code-server ${version.codeServer}) from npm, once …`)
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'editor', private: true }))
  const ownNode = join(folder, nodeFolder())
  const env = {
    ...process.env,
    npm_config_nodedir: ownNode,
    npm_config_yes: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  }
  const withOwnNode = { ...env, PATH: [join(ownNode, 'bin'), process.env['PATH'] ?? ''].join(delimiter) }
  const npm = async (cwd: string, args: string[], environment: NodeJS.ProcessEnv): Promise<void> => {
    try {
      await run('npm', args, { cwd: join(folder, cwd), env: environment, maxBuffer: 1 << 26 })
    } catch (error) {
      const { stdout = '', stderr = '', message } = error as Error & { stdout?: string; stderr?: string }
      const tail = `${stdout}\n${stderr}`.trim().split('\n').slice(-25).join('\n')
      throw new Error(
        `VS Code ${version.vscode} could not be installed: npm ${args.join(' ')}\n${tail || message}`,
        { cause: error },
      )
    }
  }
  const wanted = [
    `${nodePackage()}@${version.node}`,
    `code-server@${version.codeServer}`,
    `${ripgrepPackage.name}@${ripgrepPackage.version}`,
  ]
  // npm would refuse what asks for another Node than the one that runs it.
  await npm('.', ['install', '--ignore-scripts', '--engine-strict=false', ...wanted], env)
  await npm(serverFolder, ['install', '--omit=dev', '--ignore-scripts'], withOwnNode)
  await npm(join(serverFolder, 'extensions'), ['install', '--omit=dev', '--ignore-scripts'], withOwnNode)
  say(`Building the native parts of VS Code ${version.vscode} …`)
  await npm(serverFolder, ['rebuild', ...version.native], withOwnNode)
  if (version.ripgrep !== null) {
    const rg = join(folder, 'node_modules', ripgrepPackage.name, 'bin', `linux-${process.arch}`, 'rg')
    const target = join(folder, serverFolder, 'node_modules', version.ripgrep)
    await mkdir(dirname(target), { recursive: true })
    await copyFile(rg, target)
    await chmod(target, 0o755)
  }
}
