import Testing

@testable import qkv
