//! The yardstick of `make bench`: the bytes of one file from a bare axum handler, and nothing else.
//!
//! Serves on a free port, which it prints.
//!
//!   bare FILE

use axum::{Router, body::Bytes, http::header, routing::get};
use std::{error::Error, fs};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).ok_or("bare FILE")?;
    let bytes = Bytes::from(fs::read(file)?);
    let handler = move || {
        let bytes = bytes.clone();
        async move { ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], bytes) }
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?);
    axum::serve(listener, Router::new().route("/", get(handler))).await?;
    Ok(())
}
