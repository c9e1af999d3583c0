/** Where an entity stands in the panel's menu. */
export interface MenuPlace {
  readonly group: 'desk' | 'surveys' | 'settlements' | 'people' | 'settings'
  /** Name of a sign that the panel knows. */
  readonly icon: MenuIcon
}

/** Signs of the menu. */
export type MenuIcon =
  | 'badge'
  | 'building'
  | 'calendar'
  | 'card'
  | 'chat'
  | 'eye'
  | 'failure'
  | 'folder'
  | 'form'
  | 'hourglass'
  | 'inventory'
  | 'label'
  | 'mail'
  | 'people'
  | 'place'
  | 'reply'
  | 'scales'
  | 'send'
  | 'tune'
