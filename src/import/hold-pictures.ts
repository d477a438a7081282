import type { ArticleDraft, DraftImage, Note } from "./draft.ts";
import type { FoundPicture, Media } from "./media.ts";
import { isPicture } from "./picture-kind.ts";

/**
 * Looks for the files of a draft's images. An image whose file is there takes it; any other stays as its caption with
 * "image not held", and a note says what the source calls its file.
 */
export function holdPictures(draft: ArticleDraft, media: Media): ArticleDraft {
  const named = draft.images?.filter(({ reference, file }) => reference !== undefined && file === undefined) ?? [];
  if (named.length === 0) return draft;
  const notes: Note[] = [];
  const images = draft.images?.map((image) => hold(image, media, notes)).filter(({ onlyIfHeld, file }) => onlyIfHeld !== true || file !== undefined);
  return { ...draft, images, notes: [...draft.notes, ...notes] };
}

function hold(image: DraftImage, media: Media, notes: Note[]): DraftImage {
  const { reference, file } = image;
  if (reference === undefined || file !== undefined) return image;
  const found = findFirst([reference, ...(image.otherReferences ?? [])], media);
  const name = image.id ?? "the lead image";
  if ("missing" in found) {
    notes.push({ level: "warning", kind: "images not held", text: `did not find the file of ${name}, ${reference}: ${found.missing}` });
    return image;
  }
  if (found.variant) notes.push({ level: "change", kind: "pictures taken in another size or under another name", text: `took ${found.name} for ${name}, ${reference}` });
  // Without a description a screen reader passes it over; an editor may want to write one.
  if (image.alt === undefined) notes.push({ level: "count", kind: "pictures without a description" });
  return { ...image, alt: image.alt ?? "", file: found.path };
}

// What is said of a picture that is nowhere is said of its first file.
function findFirst(references: readonly string[], media: Media): FoundPicture {
  const found = references.map((reference) => checked(media.find(reference)));
  return found.find((picture) => !("missing" in picture)) ?? found[0] ?? { missing: "it has no address" };
}

function checked(found: FoundPicture): FoundPicture {
  if ("missing" in found) return found;
  try {
    return isPicture(found.path) ? found : { missing: `${found.name} is not a picture` };
  } catch (error) {
    // One file that may not be read must not end the import.
    return { missing: `${found.name} cannot be read (${error instanceof Error && "code" in error ? String(error.code) : String(error)})` };
  }
}
