import { spawn } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Editor, startEditor } from '../editor/editor'
import { clusterSetting } from '../editor/settings'
import { startBroker } from '../kafka/broker'
import { type LiveEvent, liveGroupNames, type LiveGroups, startLiveGroups } from '../kafka/live-groups'
import { currentKafka } from '../kafka/versions'
import { ownedFolder } from '../owned'
import { repositoryRoot } from '../root'
import { whenNpmIsGone } from './ancestors'
import type { DemoOptions } from './options'
import { openOwnCode } from './own-code'

/**
 * Runs the demo until it is ended: `quit`, Ctrl+C, Ctrl+D, SIGTERM, the end of what started it, or the closed window of
 * the person's own VS Code.
 * What is started is ended in the reverse order; a guardian does it where this program gets no chance to.
 */
export async function runDemo(options: DemoOptions, vsix: string): Promise<void> {
  const ends: (() => Promise<void>)[] = []
  const ending = new AbortController()
  const end = (): void => {
    ending.abort()
  }
  const over = new Promise<void>((resolve) => {
    ending.signal.addEventListener('abort', () => {
      resolve()
    })
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  const stopWatching = whenNpmIsGone(end)
  try {
    await Promise.race([start(options, vsix, ends, end), over])
    await over
    say('Cleaning up …')
  } finally {
    stopWatching()
    for (const each of ends.reverse()) await each()
  }
}

async function start(
  options: DemoOptions,
  vsix: string,
  ends: (() => Promise<void>)[],
  end: () => void,
): Promise<void> {
  const folder = ownedFolder('demo')
  ends.push(() => folder.remove())
  const workspace = join(folder.path, 'shop')
  cpSync(join(repositoryRoot(), 'test', 'support', 'demo', 'workspace'), workspace, { recursive: true })
  const cluster = options.bootstrap ?? (await startOwnBroker(ends))
  const groups = options.bootstrap === null ? await startGroups(cluster, ends) : null
  const settings = clusterSetting('demo', cluster)
  if (options.ownCode) {
    const code = await openOwnCode(vsix, workspace, settings)
    ends.push(() => code.close())
    void code.closed.then(end)
    say('Your VS Code has a window open with the demo; closing it ends the demo.')
  } else {
    const editor = await startEditor({ version: options.editor, vsix, folder: workspace, settings })
    ends.push(() => editor.stop())
    show(editor)
  }
  listen(groups, end)
}

async function startOwnBroker(ends: (() => Promise<void>)[]): Promise<string> {
  say(`Starting Apache Kafka ${currentKafka} …`)
  const broker = await startBroker({ version: currentKafka })
  ends.push(() => broker.stop())
  say(`Apache Kafka ${currentKafka} listens on ${broker.bootstrap}`)
  return broker.bootstrap
}

async function startGroups(bootstrap: string, ends: (() => Promise<void>)[]): Promise<LiveGroups> {
  say('Starting producers and five consumer groups …')
  const groups = await startLiveGroups({ bootstrap, version: currentKafka }, tell)
  ends.push(() => groups.end())
  return groups
}

/** Prints what the groups tell. */
function tell(event: LiveEvent): void {
  switch (event.event) {
    case 'started':
      say(`  ${event.group}: ${event.members === 1 ? '1 member' : `${event.members} members`} joined`)
      return
    case 'stopped':
      say(`  ${event.group}: left, nobody reads for it now`)
      return
    case 'stuck':
      say(
        `  ${event.group}: stuck on ${event.topic}-${event.partition} at offset ${event.offset} (${event.why})`,
      )
      return
    case 'list':
      for (const { group, about, running } of event.groups)
        say(`  ${group.padEnd(15)} ${running ? 'running' : 'stopped'}   ${about}`)
      return
    case 'error':
      say(`  ${event.message}`)
      return
    case 'ready':
    case 'ended':
      return
  }
}

/** Opens the editor's address where there is a display, and prints it in any case. */
function show(editor: Editor): void {
  say(`\nVS Code ${editor.version.vscode} with Lagline:\n  ${editor.url}\n`)
  const display = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']
  if (!display) return
  const opener = spawn('xdg-open', [editor.url], { stdio: 'ignore', detached: true })
  opener.on('error', () => undefined)
  opener.unref()
}

/** Obeys the terminal until it ends. */
function listen(groups: LiveGroups | null, end: () => void): void {
  const commands = groups ? 'stop <group>, start <group>, list, quit' : 'quit'
  if (groups) say(`Groups: ${liveGroupNames.join(', ')}`)
  say(`Type ${commands}.`)
  const lines = createInterface({ input: process.stdin })
  lines.on('line', (line) => {
    const command = line.trim()
    if (command === 'quit' || command === 'exit') end()
    else if (command === '') return
    else if (groups && /^(start|stop) \S+$|^list$/.test(command)) groups.send(command)
    else say(`  Not understood: ${command}. There are: ${commands}.`)
  })
  // Ctrl+D ends the demo; without a terminal (started in the background) the input is at its end from the start.
  if (process.stdin.isTTY) lines.on('close', end)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
