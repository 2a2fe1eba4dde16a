/** Walks through every screen and dialog. Each walk starts over. */

import { walkCollections } from './collection_screens.ts';
import { walkOthers } from './other_screens.ts';
import { walkPeople } from './people_screens.ts';
import { walkProjects } from './projects_screens.ts';
import { walkAsRestrictedViewer } from './restricted_screens.ts';
import { type Walk, walkRegistries } from './screens.ts';
import { walkSettings } from './settings_screens.ts';

/** The walks, the longest first, so that two workers finish at about the same time. */
export const WALKS: [about: string, walk: Walk][] = [
  ['what a restricted viewer can reach', walkAsRestrictedViewer],
  ['the people and their access', walkPeople],
  ['collections and their versions', walkCollections],
  ['projects and versions', walkProjects],
  ['the guide, the frame and the data', walkOthers],
  ['the registries', walkRegistries],
  ['the settings of a registry', walkSettings],
];
