import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import { choice, instant, loose, reference, required, text } from '#shared/declaration/field.ts'
import { everyone, roles } from '#shared/declaration/roles.ts'
import { panelChoice } from './preference.ts'

/** A list as somebody set it up and gave it a name: its filter, order, groups, columns, density and colours. */
export const View = entity({
  name: 'view',
  resource: 'views',
  lambda: 'settings',
  title: 'name',
  maker: 'userId',
  sharedWith: 'sharedWith',
  fields: {
    /** The resource of the list. */
    list: required(text(40)),
    name: required(text(80)),
    definition: required(panelChoice()),
    /** Everybody with this role sees it too; its maker alone, when absent. */
    sharedWith: choice(roles),
    /** The list opens with it for this role, with which it is shared. */
    defaultFor: choice(roles),
  },
  facts: { userId: loose(reference('users')), createdAt: instant() },
  columns: ['name', 'list', 'sharedWith', 'defaultFor', 'definition', 'userId', 'createdAt'],
  order: [['name', 'ASC']],
  unique: [['list', 'defaultFor']],
  access: { read: everyone, create: everyone, update: everyone, delete: everyone },
  example: { list: 'cases', name: 'Open complaints', definition: { filter: { isOpen: true } } },
})
export type View = RecordOf<typeof View>
