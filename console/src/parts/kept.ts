const PREFIX = "claviger.";

/** A preference that this browser keeps. Never a secret. */
export function kept<T>(name: string, otherwise: T): T {
  return read(localStorage, name, otherwise);
}

export function keep(name: string, value: unknown) {
  write(localStorage, name, value);
}

/** What a form held that was left, for as long as the tab is open. Never a secret. */
export function draft<T>(name: string, otherwise: T): T {
  return read(sessionStorage, name, otherwise);
}

export function keepDraft(name: string, value: unknown) {
  write(sessionStorage, name, value);
}

export function dropDraft(name: string) {
  sessionStorage.removeItem(PREFIX + name);
}

export function dropDrafts() {
  sessionStorage.clear();
}

function read<T>(storage: Storage, name: string, otherwise: T): T {
  try {
    const text = storage.getItem(PREFIX + name);
    return text === null ? otherwise : (JSON.parse(text) as T);
  } catch {
    return otherwise;
  }
}

function write(storage: Storage, name: string, value: unknown) {
  try {
    storage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing is no reason to fail.
  }
}
