import { speak } from "../src/locales/language";

/** Unit tests read the texts in English. */
await speak(["en"]);
