/** Entry of the chart page: says `ready`, lets checked messages in, and hands them on. */
import './styles/page.css'
import './styles/plot.css'
import './styles/table.css'
import { hostMessage } from '../src/shared/chart-guard'
import { connectHost } from './host'
import { Panel } from './panel'
import { registerControls } from './toolkit'

const root = document.getElementById('lag-chart')
if (root !== null) start(root)

function start(root: HTMLElement): void {
  registerControls()
  const host = connectHost()
  let panel: Panel | null = null
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = hostMessage(data)
    if (message === null) return
    switch (message.type) {
      case 'init':
        panel?.dispose()
        document.documentElement.lang = message.locale
        panel = new Panel(root, message, host)
        break
      case 'window':
        panel?.window(message)
        break
      case 'sample':
        panel?.sample(message)
        break
      case 'status':
        panel?.status(message.status, message.text)
        break
      case 'reply':
        host.requests.reply(message.request, message.error)
        break
    }
  })
  host.ready()
}
