import type { PageStrings } from '../../shared/chart-protocol'
import { chartTexts } from '../texts/chart'

type Word = Extract<keyof typeof chartTexts, `chart.page.${string}`>

/** The page's words in the reader's language, with their places left open. @param translate English to theirs. */
export function pageStrings(translate: (english: string) => string): PageStrings {
  const word = (id: Word): string => translate(chartTexts[id])
  return {
    chartLabel: word('chart.page.chartLabel'),
    tableLabel: word('chart.page.tableLabel'),
    range: word('chart.page.range'),
    ranges: [
      word('chart.page.range.5m'),
      word('chart.page.range.15m'),
      word('chart.page.range.1h'),
      word('chart.page.range.all'),
    ],
    pause: word('chart.page.pause'),
    resume: word('chart.page.resume'),
    retry: word('chart.page.retry'),
    showAll: word('chart.page.showAll'),
    others: word('chart.page.others'),
    topic: word('chart.page.topic'),
    partition: word('chart.page.partition'),
    committed: word('chart.page.committed'),
    end: word('chart.page.end'),
    lag: word('chart.page.lag'),
    member: word('chart.page.member'),
    note: word('chart.page.note'),
    unknown: word('chart.page.unknown'),
    none: word('chart.page.none'),
    sortAscending: word('chart.page.sortAscending'),
    sortDescending: word('chart.page.sortDescending'),
    cursor: word('chart.page.cursor'),
    hiddenSeries: word('chart.page.hiddenSeries'),
    drawn: word('chart.page.drawn'),
    line: word('chart.page.line'),
    drawLine: word('chart.page.drawLine'),
    reveal: word('chart.page.reveal'),
    cursorHint: word('chart.page.cursorHint'),
    events: word('chart.page.events'),
    noAnswer: word('chart.page.noAnswer'),
  }
}
