// Files out of what was dropped: folders give all that is in them.

export const MOST = 1000;
export const LEFT_OUT = /^(\.|~\$|Thumbs\.db$|desktop\.ini$)/i; // what systems and programs leave beside files

/**
 * Return the dropped files, those of folders in the order of their paths, and whether there were more.
 * @param {DataTransfer} transfer
 * @returns {Promise<{files: File[], cut: boolean}>}
 */
export async function dropped(transfer) {
  // What is asked for after the event has ended is no longer there.
  const given = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const plain = [...transfer.files];
  if (given.length < plain.length) return { files: plain, cut: false };
  const found = [];
  const waiting = [...given];
  while (waiting.length && found.length <= MOST) {
    const each = waiting.shift();
    if (each.isDirectory) waiting.unshift(...(await members(each)));
    else found.push(each);
  }
  const files = await Promise.all(found.slice(0, MOST).map(opened));
  return { files: files.filter(Boolean), cut: found.length > MOST };
}

async function members(folder) {
  const reader = folder.createReader();
  const all = [];
  for (;;) {
    const some = await new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (!some.length) break;
    all.push(...some);
  }
  const kept = all.filter((each) => !LEFT_OUT.test(each.name));
  return kept.sort((one, other) => one.name.localeCompare(other.name, "zh", { numeric: true }));
}

/**
 * Return the file, with its path as `path` where a folder had it; null if it cannot be opened.
 * `again` opens it once more, as it is on the disk by then.
 */
async function opened(entry) {
  const file = await new Promise((resolve) => entry.file(resolve, () => resolve(null)));
  const path = entry.fullPath.replace(/^\//, "");
  if (!file) return null;
  const known = { again: () => opened(entry) };
  return Object.assign(file, path === file.name ? known : { ...known, path });
}
