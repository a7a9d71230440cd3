/** What the rules on group membership and liveness say. */
export const lintLivenessTexts = {
  'lint.heartbeat-above-third-of-session.title': 'Heartbeats too rare for the session timeout',
  'lint.heartbeat-above-third-of-session':
    '{0} × 3 = {1} is above {2}: two missed heartbeats end the session.',

  'lint.heartbeat-not-below-session.title': 'Heartbeats not below the session timeout',
  'lint.heartbeat-not-below-session': '{0} is not below {1}: the Java client refuses to start.',
  'lint.heartbeat-not-below-session.native':
    '{0} is not below {1}: the session ends before the next heartbeat.',
} as const
