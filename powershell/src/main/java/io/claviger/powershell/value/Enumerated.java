package io.claviger.powershell.value;

/**
 * A value of one of .NET's enumerations, such as an HTTP status: text for those who print it, a number for those who count
 * with it, and equal to either.
 *
 * @param type the enumeration's full name
 * @param name the value's name, or its number where it has none
 * @param number its number
 */
public record Enumerated(String type, String name, int number) {}
