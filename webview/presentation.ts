/** What is seen in each status: pure, so that every case stands in one test. */
import type { PanelStatus } from '../src/shared/chart-protocol'

export interface Presentation {
  /** Whether the plot is there. */
  readonly plot: boolean
  /** Where the status's sentence stands: small beside the controls, above the plot, or in its place. */
  readonly sentence: 'beside' | 'above' | 'instead'
  /** Something is on its way. */
  readonly busy: boolean
  readonly retry: boolean
  /** Whether polling can be stopped or resumed. */
  readonly pausable: boolean
}

/** @param samples whether there is anything to draw; what was measured stays in sight when the connection goes. */
export function present(status: PanelStatus, samples: boolean): Presentation {
  const kept = samples ? 'above' : 'instead'
  switch (status) {
    case 'live':
      return {
        plot: samples,
        sentence: samples ? 'beside' : 'instead',
        busy: !samples,
        retry: false,
        pausable: true,
      }
    case 'paused':
      return {
        plot: samples,
        sentence: samples ? 'beside' : 'instead',
        busy: false,
        retry: false,
        pausable: true,
      }
    case 'loading':
      return { plot: samples, sentence: kept, busy: true, retry: false, pausable: false }
    case 'failed':
    case 'disconnected':
      return { plot: samples, sentence: kept, busy: false, retry: true, pausable: false }
    case 'denied':
      return { plot: false, sentence: 'instead', busy: false, retry: true, pausable: false }
    case 'empty':
      return { plot: false, sentence: 'instead', busy: false, retry: false, pausable: false }
  }
}
