/** Why a command has nothing to work on. */
export const askTexts = {
  'ask.noCluster': 'No cluster fits. Add one with its bootstrap servers, or connect to one, first.',
  'ask.noGroup': 'No group of {0} fits. Refresh the list, or choose another cluster.',
  'ask.noPartition': '{0} has no committed or assigned partition.',
  'ask.noRegistry':
    '{0} has no schema registry. Set schemaRegistry in its entry of the setting lagline.clusters first.',
  'ask.noTopic': '{0} has no topic to look into. Create one, or check that you may see them.',
  'ask.nothingToUndo': 'Nothing was changed from here on {0} that could be undone.',
  'ask.notInFile': '{0} has no offset for {1}. Choose another file, or apply it to the groups it names.',

  'ask.onlyGroups': 'Not only groups are selected. Select the groups that are meant, and nothing else.',
  'ask.oneCluster':
    'The selected groups are on several clusters, {0} and {1} among them. A change goes to one cluster at a time: select groups of one.',
  'ask.onlyParts':
    'Not only topics and partitions of one group are selected. Select those that are meant, and nothing else.',

  'ask.badFile':
    'Nothing was changed, because line {1} of {0} cannot be used: {2} Put it right and try again.',
} as const
