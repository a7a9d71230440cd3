import type * as vscode from 'vscode'
import type { FileChoice } from './tie'

const KEY = 'lagline.lint.clusterOfFile'
/** Choices kept; the oldest goes first. */
const MOST = 200

type Kept = readonly (readonly [file: string, cluster: string | null])[]

/** Which cluster a person has chosen for single files of this folder. */
export class FileChoices {
  private readonly state: vscode.Memento

  constructor(state: vscode.Memento) {
    this.state = state
  }

  of(file: vscode.Uri): FileChoice {
    return this.kept.find(([name]) => name === file.toString())?.[1]
  }

  /** @param choice undefined takes back what was chosen. */
  async set(file: vscode.Uri, choice: FileChoice): Promise<void> {
    const name = file.toString()
    const others = this.kept.filter(([other]) => other !== name)
    const all: Kept = choice === undefined ? others : [...others, [name, choice]]
    await this.state.update(KEY, all.slice(-MOST))
  }

  private get kept(): Kept {
    return this.state.get<Kept>(KEY, [])
  }
}
