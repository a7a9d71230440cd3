/** Why a command has nothing to work on. */
export const askTexts = {
  'ask.noCluster': 'No cluster fits. Add one with its bootstrap servers, or connect to one, first.',
  'ask.noGroup': 'No group of {0} fits. Refresh the list, or choose another cluster.',
  'ask.noPartition': '{0} has no committed or assigned partition.',
  'ask.noRegistry':
    '{0} has no schema registry. Set schemaRegistry in its entry of the setting lagline.clusters first.',
  'ask.noTopic': '{0} has no topic to look into. Create one, or check that you may see them.',
  'ask.nothingToUndo': 'Nothing was changed from here on {0} that could be undone.',
} as const
