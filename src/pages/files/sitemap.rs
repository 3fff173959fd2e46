//! What search engines read: every page, in files of as many addresses as the protocol allows
//! (sitemaps.org: 50,000), and where to find them.

use crate::pages::page::Page;
use crate::pages::parts::Frame;

/// The most addresses of one file.
const MOST: usize = 50_000;
const SPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// `sitemap.xml`, the parts that it names where one file does not hold all, and `robots.txt`.
pub fn files(frame: &Frame<'_>, pages: &[Page]) -> Vec<(String, String)> {
    // The page for addresses that are not there is none to be found, nor what releases keep.
    let found =
        pages.iter().filter(|page| page.file.ends_with("index.html") && !page.file.starts_with("at/"));
    let addresses: Vec<String> = found.map(|page| frame.absolute(&page.address)).collect();
    let mut files = sitemaps(frame.base_url, &addresses, MOST);
    files.push((
        "robots.txt".to_owned(),
        format!("User-agent: *\nAllow: /\n\nSitemap: {}sitemap.xml\n", frame.base_url),
    ));
    files
}

/// The files of these addresses, with no more than `most` in one.
fn sitemaps(base_url: &str, addresses: &[String], most: usize) -> Vec<(String, String)> {
    let parts: Vec<&[String]> = addresses.chunks(most).collect();
    if let [only] = parts[..] {
        return vec![("sitemap.xml".to_owned(), list("urlset", "url", only))];
    }
    let name = |n: usize| format!("sitemap-{}.xml", n + 1);
    let named: Vec<String> = (0..parts.len()).map(|n| format!("{base_url}{}", name(n))).collect();
    let mut files = vec![("sitemap.xml".to_owned(), list("sitemapindex", "sitemap", &named))];
    files.extend(parts.iter().enumerate().map(|(n, part)| (name(n), list("urlset", "url", part))));
    files
}

fn list(root: &str, item: &str, addresses: &[String]) -> String {
    let line = |address: &String| {
        format!("<{item}><loc>{}</loc></{item}>\n", quick_xml::escape::escape(address.as_str()))
    };
    let lines: String = addresses.iter().map(line).collect();
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{root} xmlns=\"{SPACE}\">\n{lines}</{root}>\n")
}

#[cfg(test)]
mod tests {
    use super::sitemaps;

    #[test]
    fn more_addresses_than_one_file_may_hold_are_split() {
        let addresses: Vec<String> = (0..5).map(|n| format!("https://record.example/{n}/?a&b")).collect();
        let one = sitemaps("https://record.example/", &addresses, 5);
        assert_eq!(one.len(), 1);
        assert_eq!(one[0].1.matches("<url><loc>https://record.example/").count(), 5);
        assert!(one[0].1.contains("?a&amp;b</loc>"), "{}", one[0].1);
        let split = sitemaps("https://record.example/", &addresses, 2);
        let names: Vec<&str> = split.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]);
        assert!(split[0].1.contains("<sitemap><loc>https://record.example/sitemap-3.xml</loc></sitemap>"));
        assert_eq!(split[3].1.matches("<url>").count(), 1);
    }
}
