//! The one test binary: each module is an area, each test a sentence.

mod case;
mod codes;
mod commands;
mod data;
mod design;
mod embeds;
mod faults;
mod feeds;
mod floors;
mod flow;
mod imports;
mod links;
mod national;
mod nottingham;
#[cfg(feature = "pictures")]
mod pictures;
mod progress;
mod publish;
mod releases;
mod sentences;
#[cfg(feature = "serve")]
mod served;
mod small;
mod timing;
