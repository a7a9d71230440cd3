/** What the rules on security say. */
export const lintSecurityTexts = {
  'lint.plaintext-credentials.title': 'A password in the file',
  'lint.plaintext-credentials': '{0} holds a password as it is: everybody who reads the file has it.',

  'lint.sasl-over-plaintext.title': 'Credentials in the clear',
  'lint.sasl-over-plaintext':
    'SASL_PLAINTEXT to {0}: user name and password, or what proves them, go over the network in the clear.',

  'lint.sasl-settings-ignored.title': 'A login that never happens',
  'lint.sasl-settings-ignored': '{0} has no effect: security.protocol is {1}, so the client does not log in.',

  'lint.ssl-settings-ignored.title': 'Certificates that are not used',
  'lint.ssl-settings-ignored':
    '{0} has no effect: security.protocol is {1}, so the connection is not encrypted.',

  'lint.hostname-verification-disabled.title': 'Any certificate will do for any host',
  'lint.hostname-verification-disabled':
    "The name in the broker's certificate is not checked: whoever has a valid certificate can stand in for it.",

  'lint.tls-verification-disabled.title': 'Certificates are not checked',
  'lint.tls-verification-disabled':
    "{0} is {1}: the broker's certificate is not checked, and anybody can stand in for it.",

  'lint.weak-tls-protocol.title': 'A broken TLS protocol',
  'lint.weak-tls-protocol': '{0} allows {1}, which is broken; use TLSv1.2 and TLSv1.3.',

  'lint.sasl-jaas-missing-semicolon.title': 'A login module without its semicolon',
  'lint.sasl-jaas-missing-semicolon': '{0} does not end with a semicolon: the client refuses to start.',

  'lint.sasl-jaas-mechanism-mismatch.title': 'A login module of another mechanism',
  'lint.sasl-jaas-mechanism-mismatch': '{0} has {1}, but sasl.mechanism is {2}: the login fails.',

  'lint.plaintext-remote.title': 'Records in the clear',
  'lint.plaintext-remote':
    'PLAINTEXT to {0}: records go over the network in the clear, and anybody may connect.',
} as const
