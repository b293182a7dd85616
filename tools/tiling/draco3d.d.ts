declare module 'draco3d' {
  interface DracoArray {
    GetValue(index: number): number;
    size(): number;
  }
  interface DracoMesh {
    num_points(): number;
    num_faces(): number;
  }
  interface DracoStatus {
    ok(): boolean;
    error_msg(): string;
  }
  interface DracoAttribute {
    num_components(): number;
  }
  interface DracoDecoder {
    DecodeBufferToMesh(buffer: unknown, mesh: DracoMesh): DracoStatus;
    GetAttributeByUniqueId(mesh: DracoMesh, id: number): DracoAttribute;
    GetAttributeFloatForAllPoints(mesh: DracoMesh, attribute: DracoAttribute, out: DracoArray): boolean;
    GetFaceFromMesh(mesh: DracoMesh, face: number, out: DracoArray): boolean;
  }
  interface DracoModule {
    Decoder: new () => DracoDecoder;
    DecoderBuffer: new () => { Init(bytes: Int8Array, length: number): void };
    Mesh: new () => DracoMesh;
    DracoFloat32Array: new () => DracoArray;
    DracoInt32Array: new () => DracoArray;
    destroy(object: unknown): void;
  }
  const draco3d: { createDecoderModule(options?: Record<string, unknown>): Promise<DracoModule> };
  export default draco3d;
}
