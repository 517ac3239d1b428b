package io.claviger.powershell.value;

/**
 * A value of one of .NET's enumerations, such as an HTTP status: printed as text, a number in arithmetic, and equal to
 * either.
 *
 * @param type the enumeration's full name
 * @param name the value's name, or its number if it has none
 * @param number its number
 */
public record Enumerated(String type, String name, int number) {}
