import { cases } from '../../cases'

const authorizer = 'authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer'

cases('allow-everyone-if-no-acl', {
  file: 'server.properties',
  fires: [
    [`${authorizer}\nallow.everyone.if.no.acl.found=true`, 'allow.everyone.if.no.acl.found'],
    [
      'authorizer.class.name=${A}\nallow.everyone.if.no.acl.found=true',
      'allow.everyone.if.no.acl.found',
      { kafkaVersion: '2.0' },
    ],
  ],
  silent: [
    'allow.everyone.if.no.acl.found=true',
    'authorizer.class.name=\nallow.everyone.if.no.acl.found=true',
    `${authorizer}\nallow.everyone.if.no.acl.found=false`,
    `${authorizer}\nallow.everyone.if.no.acl.found=\${ALLOW}`,
  ],
  says: [
    [
      `${authorizer}\nallow.everyone.if.no.acl.found=true`,
      'allow.everyone.if.no.acl.found is true: everybody may read and write what has no access list.',
      'warning',
    ],
  ],
  fixes: [
    [`${authorizer}\nallow.everyone.if.no.acl.found=true`, ['Set allow.everyone.if.no.acl.found to false']],
  ],
})
