package vn.minhbach.core;

/** A fact that is a word of a language: each text takes its own. */
public record Bilingual(String vietnamese, String english) {}
