//! HTTP: one route, which asks the shelf.

use std::io;
use std::net::TcpListener;

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::Uri;
use axum::http::header;
use axum::response::Response;

use crate::serve::Answer;
use crate::serve::Shelf;

/// Serves the shelf on `listener` until the process ends.
///
/// # Errors
/// What the network says.
pub fn run(listener: TcpListener, shelf: Shelf) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, Router::new().fallback(reply).with_state(shelf)).await
    })
}

async fn reply(State(shelf): State<Shelf>, uri: Uri) -> Response {
    match shelf.answer(uri.path()) {
        Answer::Found(file) => respond(StatusCode::OK, file.media_type(), file.bytes),
        Answer::Moved(to) => moved(&to),
        Answer::NotFound(Some(page)) => respond(StatusCode::NOT_FOUND, page.media_type(), page.bytes),
        Answer::NotFound(None) => respond(StatusCode::NOT_FOUND, TEXT, b"There is no such page.".to_vec()),
        Answer::Faulty(faults) => respond(StatusCode::SERVICE_UNAVAILABLE, TEXT, faults.into_bytes()),
    }
}

const TEXT: &str = "text/plain; charset=utf-8";

fn respond(status: StatusCode, media_type: &str, bytes: Vec<u8>) -> Response {
    let response = Response::builder().status(status).header(header::CONTENT_TYPE, media_type);
    let response = response.header(header::CACHE_CONTROL, "no-store");
    response.body(Body::from(bytes)).expect("status and headers are well formed")
}

fn moved(to: &str) -> Response {
    let response = Response::builder().status(StatusCode::TEMPORARY_REDIRECT).header(header::LOCATION, to);
    response.body(Body::empty()).unwrap_or_else(|_| respond(StatusCode::BAD_REQUEST, TEXT, Vec::new()))
}
