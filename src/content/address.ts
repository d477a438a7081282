/** An article's address is its file's place: "1987/03/funaro.md" -> "/1987/03/funaro/". */
export function addressOfFile(file: string): string {
  return `/${file.slice(0, -".md".length)}/`;
}
