import { textsOf, type Text } from '../model/text'
import { lagTexts } from '../model/texts/lag'

/** Makes a text of this room's table. */
export const say = textsOf(lagTexts)

/** A span of time, rounded down to what a person would say. @param ms milliseconds, not negative. */
export function durationText(ms: number): Text {
  const seconds = Math.floor(ms / 1000)
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  if (minutes === 0) return say('lag.duration.seconds', seconds)
  if (minutes < 10 && seconds % 60 > 0) return say('lag.duration.minutesSeconds', minutes, seconds % 60)
  if (hours === 0) return say('lag.duration.minutes', minutes)
  if (hours >= 48) return say('lag.duration.days', Math.floor(hours / 24), hours % 24)
  return minutes % 60 === 0
    ? say('lag.duration.hours', hours)
    : say('lag.duration.hoursMinutes', hours, minutes % 60)
}
