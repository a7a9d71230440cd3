import type { KnownKeys } from '../../catalogue/known-keys'
import type { Comment, LintDocument } from '../../document'
import { frameworkPropertiesLook } from '../looks'
import { placedSyntax, type Leaf } from '../placed/leaf'
import { tokenizeProperties } from '../properties/tokenize'
import type { Reader, SourceFile } from '../reader'
import { PropertiesContainer, propertyLeaf } from './properties-container'
import { frameworkBlocks } from './read'

/** `application.properties` of Spring Boot, Spring Cloud Stream, Quarkus and Micronaut. */
export const frameworkPropertiesReader: Reader = {
  ...frameworkPropertiesLook,

  read(file, _role, known) {
    if (!this.mayBeKafka(file, null) || file.text.includes('\0')) return null
    return readProperties(file, known)
  },
}

function readProperties({ text }: SourceFile, known: KnownKeys): LintDocument | null {
  const { properties, comments } = tokenizeProperties(text)
  // A comment of three dashes ends a document (Boot 2.4).
  const borders = comments.filter(({ start, end }) => /^[#!]---\s*$/.test(text.slice(start, end)))
  const documents: Leaf[][] = [[]]
  for (const property of properties) {
    while ((borders[documents.length - 1]?.start ?? Infinity) < property.start) documents.push([])
    documents.at(-1)?.push(propertyLeaf(property))
  }
  const found = frameworkBlocks(documents, known)
  if (found === null) return null
  return {
    format: found.format,
    text,
    blocks: found.blocks,
    comments: comments.map(({ start, end }): Comment => ({
      start,
      end,
      text: text.slice(start + 1, end),
    })),
    syntax: placedSyntax(new PropertiesContainer(text), '#'),
  }
}
