//! `loxley serve`: a site at an address of this machine, built again when a file changes.

use std::io::BufRead;
use std::io::BufReader;
use std::io::Read;
use std::io::Write;
use std::net::TcpStream;
use std::process::Child;
use std::process::ChildStderr;
use std::process::Command;
use std::process::Stdio;

use crate::case::Case;
use crate::case::TODAY;

/// A running server, stopped when this is dropped.
struct Server {
    child: Child,
    lines: BufReader<ChildStderr>,
    address: String,
}

impl Server {
    fn start(case: &Case) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_loxley"));
        command.current_dir(case.root()).args(["serve", "--port", "0", "--as-at", TODAY]);
        let mut child = command.stderr(Stdio::piped()).spawn().expect("the program runs");
        let lines = BufReader::new(child.stderr.take().expect("piped"));
        let mut server = Self { child, lines, address: String::new() };
        let line = server.line_with("serving http://");
        let address = line.split_whitespace().nth(1).expect("an address");
        server.address = address.trim_start_matches("http://").trim_end_matches('/').to_owned();
        server
    }

    /// The next line that holds `words`.
    fn line_with(&mut self, words: &str) -> String {
        loop {
            let mut line = String::new();
            let read = self.lines.read_line(&mut line).expect("standard error can be read");
            assert!(read > 0, "the server stopped before it said “{words}”");
            if line.contains(words) {
                return line;
            }
        }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("the server listens");
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address);
        stream.write_all(request.as_bytes()).expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_page_is_served_rebuilt_on_change_and_kept_while_the_records_have_faults() {
    let case = Case::base();
    let mut server = Server::start(&case);
    let page = server.get("/councils/barford/");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("Barford Borough Council"), "{page}");
    assert!(server.get("/councils/barford").starts_with("HTTP/1.1 307"));
    assert!(server.get("/nothing/").starts_with("HTTP/1.1 404"));
    assert!(!case.root().join("public").exists(), "serving leaves public/ alone");

    case.edit("content/councils/barford/council.md", "Barford Borough Council", "Barford Town Council");
    server.line_with("built");
    assert!(server.get("/councils/barford/").contains("Barford Town Council"));

    case.edit("content/councils/barford/council.md", "kind:", "knid:");
    server.line_with("the last good site stays up");
    assert!(server.get("/councils/barford/").contains("Barford Town Council"));
}

#[test]
fn a_site_with_faults_shows_them_until_they_are_mended() {
    let case = Case::base();
    case.edit("content/councils/barford/council.md", "kind:", "knid:");
    let mut server = Server::start(&case);
    let answer = server.get("/");
    assert!(answer.starts_with("HTTP/1.1 503") && answer.contains("key::unknown"), "{answer}");
    case.edit("content/councils/barford/council.md", "knid:", "kind:");
    server.line_with("built");
    assert!(server.get("/").starts_with("HTTP/1.1 200"));
}
