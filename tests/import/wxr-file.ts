import { closeSync, openSync, writeSync } from "node:fs";

/** The beginning of a WordPress export, up to its first item. */
export const wxrHead = `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Sandhaven Post</title><link>https://sandhaven.example</link><wp:wxr_version>1.2</wp:wxr_version>
`;
export const wxrTail = "</channel>\n</rss>\n";

/** One post; `content` is HTML. */
export function wxrItem(id: number, content: string, more = ""): string {
  const [month, day] = [1 + (id % 12), 1 + (id % 28)].map((part) => String(part).padStart(2, "0"));
  const year = String(1990 + (id % 30));
  return `<item><title>Story ${String(id)} of the harbour</title><link>https://sandhaven.example/${year}/${month ?? ""}/story-${String(id)}/</link><dc:creator><![CDATA[alee]]></dc:creator>
<content:encoded><![CDATA[${content}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>${String(id)}</wp:post_id><wp:post_date>${year}-${month ?? ""}-${day ?? ""} 10:00:00</wp:post_date><wp:post_date_gmt>${year}-${month ?? ""}-${day ?? ""} 10:00:00</wp:post_date_gmt><wp:post_name>story-${String(id)}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:post_password></wp:post_password>${more}</item>
`;
}

/**
 * Writes an export of about `megabytes`, an item at a time: posts of 7 kB with pictures, each with 40 kB of comments and
 * hidden fields of plugins, and a file of the media library for each third. Gives the number of posts.
 */
export function writeLargeWxr(path: string, megabytes: number): number {
  const sentence = "The harbour board of Sandhaven said on Monday that <em>the ferry</em> to Tellan would run again as soon as the ice had gone; <a href=\"https://sandhaven.example/1991/02/story-1/\">fares</a> stay as they are. ";
  const comment = `<wp:comment><wp:comment_author><![CDATA[Reader]]></wp:comment_author><wp:comment_content><![CDATA[${"I read this with interest. ".repeat(20)}]]></wp:comment_content></wp:comment>`;
  const meta = `<wp:postmeta><wp:meta_key>_plugin_cache</wp:meta_key><wp:meta_value><![CDATA[${"a:1:{s:1:\"x\";i:1;}".repeat(500)}]]></wp:meta_value></wp:postmeta>`;
  const file = openSync(path, "w");
  let [bytes, posts] = [writeSync(file, wxrHead), 0];
  while (bytes < megabytes * 1_000_000) {
    posts++;
    const paragraphs = Array.from({ length: 8 }, (_, at) => `${sentence.repeat(4)}Number ${String(posts * 10 + at)}.`);
    const picture = `<img class="wp-image-${String(10_000_000 + posts)}" src="https://sandhaven.example/wp-content/uploads/photo-${String(posts)}-300x200.jpg" alt="">`;
    bytes += writeSync(file, wxrItem(posts, [...paragraphs, picture].join("\n\n"), comment.repeat(50) + meta));
    if (posts % 3 === 0) bytes += writeSync(file, `<item><title>photo</title><excerpt:encoded><![CDATA[The ferry Gull in the ice]]></excerpt:encoded><wp:post_id>${String(10_000_000 + posts)}</wp:post_id><wp:post_parent>${String(posts)}</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://sandhaven.example/wp-content/uploads/photo-${String(posts)}.jpg</wp:attachment_url></item>\n`);
  }
  writeSync(file, wxrTail);
  closeSync(file);
  return posts;
}
