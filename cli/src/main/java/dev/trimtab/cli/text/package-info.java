/** Turns JSON into text for people and programs; knows neither the server nor the commands. */
@NullMarked
package dev.trimtab.cli.text;

import org.jspecify.annotations.NullMarked;
