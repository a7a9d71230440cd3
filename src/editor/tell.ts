import * as vscode from 'vscode'
import { CommandId } from '../ids'
import { isCancelled, isLaglineError } from '../model/errors'
import type { Log } from '../model/ports'
import type { Words } from './words'

/** Tells a person what went wrong, once, with the way to the log. Being cancelled is not told. */
export async function tellError(error: unknown, doing: string, words: Words, log: Log): Promise<void> {
  if (isCancelled(error) || error instanceof vscode.CancellationError) {
    log.debug(`${doing}: cancelled`)
    return
  }
  const reason = error instanceof Error ? error.message : String(error)
  log.error(`${doing}: ${reason}`, error)
  const sentence = isLaglineError(error)
    ? words.say(error.text)
    : vscode.l10n.t('Something unexpected happened: {0}. See the log for details.', reason)
  const showLog = vscode.l10n.t('Show Log')
  if ((await vscode.window.showErrorMessage(sentence, showLog)) === showLog)
    await vscode.commands.executeCommand(CommandId.logShow)
}
