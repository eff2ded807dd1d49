// Small conveniences; every page works without them.
import { keepMenusTidy } from "./menus.js";
import { keepPlace } from "./place.js";
import { openBeside } from "./pane.js";
import { askForRangesWhole } from "./range.js";
import { carryOver } from "./renewal.js";
import { searchByKey } from "./search.js";
import { zoomTheStrip } from "./strip.js";
import { tellFailures } from "./notices.js";

searchByKey();
askForRangesWhole();
keepMenusTidy();
carryOver();
keepPlace();
openBeside();
zoomTheStrip();
tellFailures();
